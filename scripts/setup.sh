#!/usr/bin/env bash
# Installs what Tangent is built with, where it is missing; used by scripts/run and scripts/test.
# Debian and Ubuntu by apt, with sudo only where needed; elsewhere it names the packages and stops.

# A bare system speaks ASCII, of which Qt complains on standard error.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
  export LC_ALL=C.UTF-8
fi

required_packages() {
  printf '%s\n' cmake ninja-build pkg-config g++ qt6-base-dev qt6-charts-dev qt6-svg-dev libeigen3-dev libstemmer-dev \
    libssl-dev nlohmann-json3-dev fonts-inter
}

# Of the packages named prints those that nothing installed is or provides.
missing_of() {
  local installed package
  # shellcheck disable=SC2016 # the fields are dpkg's
  installed=$(dpkg-query -W -f '${db:Status-Status}, ${Package}, ${Provides},\n' | grep '^installed,' || true)
  for package in "$@"; do
    if [[ $installed != *", $package,"* && $installed != *", $package ("* ]]; then
      echo "$package"
    fi
  done
}

missing_packages() {
  local required
  mapfile -t required < <(required_packages)
  missing_of "${required[@]}" "$@"
  # Qt Charts of Debian 12 needs the headers of this one and does not say so; newer systems have them in qt6-base-dev.
  if [ -n "$(missing_of libqt6opengl6-dev)" ] &&
    LC_ALL=C apt-cache policy libqt6opengl6-dev 2>/dev/null | grep 'Candidate: [^(]' >/dev/null; then
    echo libqt6opengl6-dev
  fi
}

other_system() {
  cat >&2 <<'TEXT'
This is not Debian or Ubuntu, so nothing is installed here. Install these and run the command again:
  Fedora     cmake ninja-build gcc-c++ qt6-qtbase-devel qt6-qtcharts-devel qt6-qtsvg-devel eigen3-devel libstemmer-devel openssl-devel json-devel rsms-inter-fonts
  Arch       cmake ninja gcc qt6-base qt6-charts qt6-svg eigen snowball openssl nlohmann-json inter-font
  openSUSE   cmake ninja gcc-c++ qt6-base-devel qt6-charts-devel qt6-svg-devel eigen3-devel libstemmer-devel libopenssl-devel nlohmann_json-devel inter-fonts
TEXT
}

# True when everything can be found by the build itself, whichever way it was installed.
tools_present() {
  command -v cmake >/dev/null && command -v ninja >/dev/null && command -v c++ >/dev/null
}

install_missing() {
  if ! command -v apt-get >/dev/null; then
    if tools_present; then
      return 0 # CMake says by name what else is missing
    fi
    other_system
    return 1
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "As root, run: apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    fi
    root=(sudo)
  fi
  echo "Installing: ${missing[*]}"
  "${root[@]}" apt-get update -qq || echo "apt-get update failed in part; going on with what it knows." >&2
  # The list is made again: on a fresh system apt knows no packages before its first update.
  mapfile -t missing < <(missing_packages "$@")
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Configures a preset once and builds it, or only the targets named; quiet when there is nothing to do.
build_preset() {
  local preset=$1
  shift
  if [ ! -f "build/$preset/build.ninja" ]; then
    cmake --preset "$preset" >/dev/null || return 1
  fi
  cmake --build --preset "$preset" --parallel "${TANGENT_JOBS:-$(nproc)}" ${1:+--target "$@"}
}
