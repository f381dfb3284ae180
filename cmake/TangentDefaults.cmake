# SPDX-License-Identifier: GPL-3.0-or-later
# Settings that hold for every target of the project.
include(GNUInstallDirs)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)

# One large program ships; builds with sanitizers share their libraries, or every test would carry them all.
if(TANGENT_SANITIZE)
  set(TANGENT_LIBRARY SHARED)
else()
  set(TANGENT_LIBRARY STATIC)
endif()

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(TANGENT_CCACHE ccache)
if(TANGENT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros ${TANGENT_CCACHE})
  # ccache can only reuse a precompiled header whose timestamps stay out of it.
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

add_compile_options(-Wall -Wextra -Wpedantic)
if(TANGENT_WARNINGS_AS_ERRORS)
  add_compile_options(-Werror)
endif()
if(TANGENT_SANITIZE)
  # GCC guesses wrongly about uninitialised variants where sanitizers take part.
  add_compile_options(-fsanitize=${TANGENT_SANITIZE} -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  add_link_options(-fsanitize=${TANGENT_SANITIZE})
  # Checks of alignment and null at every access make objects three times as large and builds twice as
  # long. An access through null ends the program by itself, and the loads that need their alignment
  # here, Eigen's, are asserted by Eigen.
  add_compile_options(-fno-sanitize=alignment,null)
endif()

# QT_NO_KEYWORDS is not set: the project uses signals and slots as Qt writes them.
add_compile_definitions(QT_NO_CAST_FROM_BYTEARRAY QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING)

# Sources are found by their folder, so that adding a file is adding a file.
function(tangent_sources variable)
  file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} *.cpp *.h)
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

# By itself moc sees changed files, but not added ones: it starts anew when the list is another.
function(tangent_moc_sees_added_files target sources)
  set(list_file ${CMAKE_CURRENT_BINARY_DIR}/${target}.sources)
  set(before "")
  if(EXISTS ${list_file})
    file(READ ${list_file} before)
  endif()
  if(NOT before STREQUAL "${sources}")
    file(WRITE ${list_file} "${sources}")
    file(REMOVE ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/timestamp)
  endif()
endfunction()
