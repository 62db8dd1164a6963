# mandat_embed(TARGET NAME BASE file…): a static library whose table `embedded_NAME` (base/embedded.hpp) lists the files,
# named relative to BASE, with their bytes. The assembler reads the bytes, so a changed file costs one second.
function(mandat_embed target name base)
  set(asm ${CMAKE_BINARY_DIR}/embed/${name}.S)
  set(bytes "")
  set(table "")
  set(i 0)
  foreach(file ${ARGN})
    file(RELATIVE_PATH label ${base} ${file})
    string(APPEND bytes
      ".Lname_${i}: .asciz \"${label}\"\n"
      ".balign 16\n"
      ".Ldata_${i}: .incbin \"${file}\"\n"
      ".Lend_${i}: .byte 0\n")
    string(APPEND table ".quad .Lname_${i}, .Ldata_${i}, .Lend_${i} - .Ldata_${i}\n")
    math(EXPR i "${i}+1")
  endforeach()
  # CONFIGURE writes only when the list has changed.
  file(CONFIGURE OUTPUT ${asm} @ONLY CONTENT
".section .rodata
${bytes}
.section .data.rel.ro,\"aw\"
.balign 8
.globl embedded_${name}
embedded_${name}:
${table}.quad 0, 0, 0
.section .note.GNU-stack,\"\",%progbits
")
  set_source_files_properties(${asm} PROPERTIES OBJECT_DEPENDS "${ARGN}")
  add_library(${target} STATIC ${asm})
endfunction()

file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
mandat_embed(mandat_migrations migrations ${CMAKE_SOURCE_DIR}/migrations ${migrations})
file(GLOB data CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/*.tsv ${CMAKE_SOURCE_DIR}/data/*.txt
     ${CMAKE_SOURCE_DIR}/data/sepa/*.xsd)
mandat_embed(mandat_data data ${CMAKE_SOURCE_DIR}/data ${data})

# The style sheets, scripts, fonts and icons: built from assets/ and the pinned npm packages.
set(asset_out ${CMAKE_BINARY_DIR}/assets)
include(${CMAKE_SOURCE_DIR}/assets/outputs.cmake)   # asset_names: what assets/build.mjs writes
file(GLOB_RECURSE asset_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/*)
list(TRANSFORM asset_names PREPEND ${asset_out}/ OUTPUT_VARIABLE asset_files)
find_program(NODE node REQUIRED)
add_custom_command(OUTPUT ${asset_files}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/assets/build.mjs ${asset_out}
  DEPENDS ${asset_sources} ${CMAKE_SOURCE_DIR}/package-lock.json ${CMAKE_SOURCE_DIR}/LICENSE
  COMMENT "style sheets, scripts, fonts" VERBATIM)
add_custom_target(assets_built DEPENDS ${asset_files})
mandat_embed(mandat_assets assets ${asset_out} ${asset_files})
add_dependencies(mandat_assets assets_built)
