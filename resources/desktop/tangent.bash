# Completion of tangent for bash.
_tangent() {
  local word=${COMP_WORDS[COMP_CWORD]}
  local commands="topics read render gallery export check handout"
  if [ "$COMP_CWORD" -eq 1 ]; then
    local labs
    labs=$(tangent topics 2>/dev/null | cut -f1)
    mapfile -t COMPREPLY < <(compgen -W "$commands $labs" -f -- "$word")
    return
  fi
  case $word in
    -*)
      local options="--help --data --sample --features --label --role --set --set-file --lenient"
      case ${COMP_WORDS[1]} in
        topics) options="--help --json" ;;
        read) options="$options --json --tables" ;;
        render) options="$options -o --size --scale --theme --figure --window" ;;
        gallery) options="--help -o" ;;
        export) options="$options -o" ;;
        check) options="--help" ;;
        handout) options="--help -o --lenient" ;;
      esac
      mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
      ;;
    *)
      if [ "$COMP_CWORD" -eq 2 ] && [ "${COMP_WORDS[1]}" != check ] && [ "${COMP_WORDS[1]}" != handout ]; then
        mapfile -t COMPREPLY < <(compgen -W "$(tangent topics 2>/dev/null | cut -f1)" -f -- "$word")
      else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
      fi
      ;;
  esac
}
complete -F _tangent tangent
