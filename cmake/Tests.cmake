find_package(GTest REQUIRED)
find_library(RAPIDCHECK rapidcheck REQUIRED)
enable_testing()

file(GLOB_RECURSE unit_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*_test.cpp)
file(GLOB_RECURSE support_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp)
add_library(mandat_test_support STATIC ${support_sources})
target_link_libraries(mandat_test_support PUBLIC mandat_app GTest::gtest GTest::gmock ${RAPIDCHECK})
target_include_directories(mandat_test_support PUBLIC ${CMAKE_SOURCE_DIR}/tests)
set_target_properties(mandat_test_support PROPERTIES LINKER_LANGUAGE CXX)

function(mandat_tests name shards)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE mandat_test_support)
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  math(EXPR last "${shards}-1")
  foreach(shard RANGE ${last})
    add_test(NAME ${name}.${shard} COMMAND ${name} --gtest_brief=1)
    set_tests_properties(${name}.${shard} PROPERTIES TIMEOUT 900
      ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}")
  endforeach()
endfunction()

# Only the few tests that read the checkout know where it stands: the others' objects serve any clone from ccache.
foreach(source src/web/ui/ui_test.cpp src/web/fuzz_seeds_test.cpp src/desks/credit/calc/calc_test.cpp
               tests/contract/sentences_test.cpp)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/${source} PROPERTIES
    COMPILE_DEFINITIONS MANDAT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endforeach()

mandat_tests(unit_tests 2 ${unit_sources})
file(GLOB journey_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/journeys/*.cpp)
if(journey_sources)
  mandat_tests(journey_tests 2 ${journey_sources})
endif()
file(GLOB contract_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/contract/*.cpp)
if(contract_sources)
  mandat_tests(contract_tests 1 ${contract_sources})
endif()
file(GLOB contract_scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/contract/*_test.py)
foreach(script ${contract_scripts})
  get_filename_component(script_name ${script} NAME_WE)
  add_test(NAME ${script_name} COMMAND python3 ${script} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endforeach()

# The story under kill -9 (tests/crash/run): a few kills an engine here, dozens in bin/ci --nightly.
add_executable(crash_people ${CMAKE_SOURCE_DIR}/tests/crash/people.cpp)
target_link_libraries(crash_people PRIVATE mandat_app)
foreach(engine sqlite postgres)
  add_test(NAME crash_run.${engine} COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/crash/run --engine ${engine} --build ${CMAKE_BINARY_DIR} --kills 3 --claims 7)
  set_tests_properties(crash_run.${engine} PROPERTIES TIMEOUT 900)
endforeach()
