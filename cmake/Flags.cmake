add_library(mandat_flags INTERFACE)
target_include_directories(mandat_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(mandat_flags INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wswitch-enum)
if(MANDAT_WERROR)
  target_compile_options(mandat_flags INTERFACE -Werror)
endif()
# Asio and Beast are compiled once, in src/web/beast.cpp.
target_compile_definitions(mandat_flags INTERFACE
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED)

if(MANDAT_SANITIZE)
  target_compile_options(mandat_flags INTERFACE -fsanitize=${MANDAT_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(mandat_flags INTERFACE -fsanitize=${MANDAT_SANITIZE})
  if(MANDAT_SANITIZE MATCHES thread)
    target_compile_options(mandat_flags INTERFACE -Wno-tsan)
  else()
    target_compile_options(mandat_flags INTERFACE -fno-sanitize-recover=all)
    # At a fixed place nothing is relocated at the start: a confined child, of which tests start thousands, in half the time.
    target_link_options(mandat_flags INTERFACE -no-pie)
    # Nor is anything registered: two million string literals made a quarter of a gigabyte that each child walked through,
    # two thirds of the journeys' time. Heap and stack are watched as before; arrays keep their bounds (undefined).
    target_compile_options(mandat_flags INTERFACE $<$<COMPILE_LANGUAGE:C,CXX>:--param=asan-globals=0>)
  endif()
endif()
if(MANDAT_MUTATION)
  # Rule tables whose rows a test run may flip (tests/mutation): never in a binary that is served.
  target_compile_definitions(mandat_flags INTERFACE MANDAT_MUTATION)
endif()
if(MANDAT_HARDEN)
  target_compile_options(mandat_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS
    -ftrivial-auto-var-init=zero -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -fPIE)
  target_link_options(mandat_flags INTERFACE -pie -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
# Thin archives point at the object files instead of copying them: half the bytes written by a build.
set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> qcT <TARGET> <LINK_FLAGS> <OBJECTS>")
find_program(MOLD mold)
if(MOLD)
  target_link_options(mandat_flags INTERFACE -fuse-ld=mold)
endif()
find_program(CCACHE ccache)
if(CCACHE)
  # Paths are made relative, so that every checkout shares one cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_PCH_EXTSUM=1
      CCACHE_SLOPPINESS=time_macros,pch_defines,include_file_mtime,include_file_ctime ${CCACHE})
endif()

# The standard library's headers are half of what compiling a file costs: they are read once a build. The preset tsan
# compiles without, so that a file that forgets to include what it names is found at night.
option(MANDAT_PCH "Precompile the standard headers" ON)
if(MANDAT_PCH)
  target_compile_options(mandat_flags INTERFACE -fpch-preprocess)  # so that ccache sees through it
endif()
set(mandat_std_headers algorithm array charconv chrono cstdint functional map memory optional set span
    string string_view tuple unordered_map utility variant vector)
list(TRANSFORM mandat_std_headers REPLACE "(.+)" "<\\1>")

# No two builds make the same bytes of precompiled headers, so ccache knows them by a sum of what they were made of: with
# it a second checkout finds the first one's objects.
function(mandat_precompiled_sum target)
  set(folder ${CMAKE_BINARY_DIR}/CMakeFiles/${target}.dir)
  list(TRANSFORM ARGN PREPEND "#include " OUTPUT_VARIABLE lines)
  list(JOIN lines "\n" text)
  file(WRITE ${folder}/precompiled.hpp "${text}\n")
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -M -x c++ ${folder}/precompiled.hpp
    OUTPUT_VARIABLE rule OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "/usr/[^ \n\\]+" headers "${rule}")
  set(sums)
  foreach(header ${headers})
    file(SHA256 ${header} sum)
    list(APPEND sums ${sum})
  endforeach()
  string(SHA256 sum "${text} ${sums}")
  file(WRITE ${folder}/cmake_pch.hxx.gch.sum ${sum})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${headers})
endfunction()

# The target's files begin with the headers that `owner` has precompiled; without an owner it precompiles its own.
function(mandat_precompiled target owner)
  if(MANDAT_PCH AND owner)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  elseif(MANDAT_PCH)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    mandat_precompiled_sum(${target} ${ARGN})
  endif()
endfunction()
