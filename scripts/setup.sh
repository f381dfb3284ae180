#!/usr/bin/env bash
# Installs what Tangent is built with, where it is missing; used by scripts/run and scripts/test.
# Debian and Ubuntu by apt, with sudo only where needed; elsewhere it names the packages and stops.

required_packages() {
  printf '%s\n' cmake ninja-build pkg-config g++ qt6-base-dev qt6-charts-dev qt6-svg-dev libeigen3-dev fonts-inter
  # Where Qt is 6.4 its Charts need the OpenGL module, and the package does not say so.
  if apt-cache show libqt6opengl6-dev >/dev/null 2>&1; then
    echo libqt6opengl6-dev
  fi
}

other_system() {
  cat >&2 <<'TEXT'
This is not Debian or Ubuntu, so nothing is installed here. Install these and run the command again:
  Fedora     cmake ninja-build gcc-c++ qt6-qtbase-devel qt6-qtcharts-devel qt6-qtsvg-devel eigen3-devel rsms-inter-fonts
  Arch       cmake ninja gcc qt6-base qt6-charts qt6-svg eigen inter-font
  openSUSE   cmake ninja gcc-c++ qt6-base-devel qt6-charts-devel qt6-svg-devel eigen3-devel inter-fonts
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
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    root=(sudo)
  fi
  local missing=()
  local package
  for package in $(required_packages) "$@"; do
    if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
      missing+=("$package")
    fi
  done
  if [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi
  echo "Installing: ${missing[*]}"
  "${root[@]}" apt-get update -qq
  # The list is made again: on a fresh system apt knows no packages before its first update.
  missing=()
  for package in $(required_packages) "$@"; do
    if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
      missing+=("$package")
    fi
  done
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Configures a preset once and builds it; quiet when there is nothing to do.
build_preset() {
  local preset=$1
  if [ ! -f "build/$preset/build.ninja" ]; then
    cmake --preset "$preset" >/dev/null
  fi
  cmake --build --preset "$preset" --parallel "${TANGENT_JOBS:-$(nproc)}"
}
