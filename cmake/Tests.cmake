find_package(GTest REQUIRED)
find_library(RAPIDCHECK rapidcheck REQUIRED)
enable_testing()

file(GLOB_RECURSE unit_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*_test.cpp)
file(GLOB_RECURSE support_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp)
add_library(mandat_test_support STATIC ${support_sources})
target_link_libraries(mandat_test_support PUBLIC mandat_app GTest::gtest GTest::gmock ${RAPIDCHECK})
target_include_directories(mandat_test_support PUBLIC ${CMAKE_SOURCE_DIR}/tests)
set_target_properties(mandat_test_support PROPERTIES LINKER_LANGUAGE CXX)
mandat_precompiled(mandat_test_support "" ${mandat_std_headers} <gtest/gtest.h> <gmock/gmock.h>)

function(mandat_tests name shards)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE mandat_test_support)
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  mandat_precompiled(${name} mandat_test_support)
  math(EXPR last "${shards}-1")
  foreach(shard RANGE ${last})
    add_test(NAME ${name}.${shard} COMMAND ${name} --gtest_brief=1)
    set_tests_properties(${name}.${shard} PROPERTIES TIMEOUT 1800
      ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}")
  endforeach()
endfunction()

# Only the few tests that read the checkout know where it stands: the others' objects serve any clone from ccache.
foreach(source src/web/ui/ui_test.cpp src/web/fuzz_seeds_test.cpp src/desks/credit/calc/calc_test.cpp
               tests/contract/sentences_test.cpp tests/journeys/einvoice_test.cpp)
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
  mandat_tests(contract_tests 3 ${contract_sources})
endif()
file(GLOB contract_scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/contract/*_test.py)
foreach(script ${contract_scripts})
  get_filename_component(script_name ${script} NAME_WE)
  add_test(NAME ${script_name} COMMAND python3 ${script} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endforeach()

# What tests/mutation/run flips and asks: the pure rules and their tests with the values they speak of, without the
# floors they stand on. A rule that speaks of a new value adds its file to the second list.
file(GLOB_RECURSE rule_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*_rules.cpp ${CMAKE_SOURCE_DIR}/src/*_states.cpp
     ${CMAKE_SOURCE_DIR}/src/*_rules_test.cpp ${CMAKE_SOURCE_DIR}/src/*_rules_properties_test.cpp
     ${CMAKE_SOURCE_DIR}/src/*_states_test.cpp ${CMAKE_SOURCE_DIR}/src/desks/credit/engine/*.cpp)
set(rule_values
  floor/messages/faults floor/messages/sms_text floor/identity/network floor/ledger/ledger_accounts floor/places/point
  desks/credit/permille desks/credit/blind_test/answer desks/credit/placement/placement_tabs
  desks/credit/portfolio/buyer desks/credit/portfolio/buyer_form desks/credit/portfolio/concentration
  desks/motor/rates/rates desks/motor/rates/grid
  desks/works/admission/paper desks/works/tradesman/profile desks/works/trade/trade)
list(TRANSFORM rule_values PREPEND ${CMAKE_SOURCE_DIR}/src/)
list(TRANSFORM rule_values APPEND .cpp)
set(rule_sources ${rule_sources} ${rule_values} ${CMAKE_SOURCE_DIR}/tests/support/replay.cpp)
list(REMOVE_DUPLICATES rule_sources)
add_executable(rule_tests EXCLUDE_FROM_ALL ${rule_sources})
target_include_directories(rule_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(rule_tests PRIVATE mandat_web GTest::gmock_main ${RAPIDCHECK})

# The story under kill -9 (tests/crash/run): a few kills an engine here, dozens in bin/ci --nightly.
add_executable(crash_people ${CMAKE_SOURCE_DIR}/tests/crash/people.cpp)
target_link_libraries(crash_people PRIVATE mandat_app)
foreach(engine sqlite postgres)
  add_test(NAME crash_run.${engine} COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/crash/run --engine ${engine} --build ${CMAKE_BINARY_DIR} --kills 3 --claims 7)
  set_tests_properties(crash_run.${engine} PROPERTIES TIMEOUT 1800)
endforeach()

# Mail and SMS through real servers (tests/gateways/run starts them): aiosmtpd, which only Debian's own Python knows, and
# Kannel with an operator of ours.
file(GLOB gateway_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/gateways/*.cpp)
add_executable(gateway_tests ${gateway_sources})
target_link_libraries(gateway_tests PRIVATE mandat_test_support)
mandat_precompiled(gateway_tests mandat_test_support)
add_test(NAME gateway_run COMMAND /usr/bin/python3 ${CMAKE_SOURCE_DIR}/tests/gateways/run --build ${CMAKE_BINARY_DIR})
set_tests_properties(gateway_run PROPERTIES TIMEOUT 300)
