# mandat_embed(TARGET NAME file…): a static library whose table `embedded_NAME` lists the files' names and bytes.
# Names are relative to the folder given by BASE. Header: base/embedded.hpp.
function(mandat_embed target name base)
  set(asm ${CMAKE_BINARY_DIR}/embed/${name}.S)
  set(text ".section .rodata\n")
  set(table "")
  set(i 0)
  foreach(file ${ARGN})
    file(RELATIVE_PATH label ${base} ${file})
    string(APPEND text ".Lname_${name}_${i}: .asciz \"${label}\"\n.balign 16\n.Ldata_${name}_${i}: .incbin \"${file}\"\n.Lend_${name}_${i}: .byte 0\n")
    string(APPEND table ".quad .Lname_${name}_${i}, .Ldata_${name}_${i}, .Lend_${name}_${i} - .Ldata_${name}_${i}\n")
    math(EXPR i "${i}+1")
  endforeach()
  string(APPEND text ".section .data.rel.ro,\"aw\"\n.balign 8\n.globl embedded_${name}\nembedded_${name}:\n${table}.quad 0, 0, 0\n.section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT ${asm} CONTENT "${text}" @ONLY)
  set_source_files_properties(${asm} PROPERTIES OBJECT_DEPENDS "${ARGN}")
  add_library(${target} STATIC ${asm})
endfunction()

file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
mandat_embed(mandat_migrations migrations ${CMAKE_SOURCE_DIR}/migrations ${migrations})
file(GLOB data CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/*.tsv ${CMAKE_SOURCE_DIR}/data/*.txt)
mandat_embed(mandat_data data ${CMAKE_SOURCE_DIR}/data ${data})

# The style sheets, scripts, fonts and icons: built from assets/ and the pinned npm packages.
set(asset_out ${CMAKE_BINARY_DIR}/assets)
include(${CMAKE_SOURCE_DIR}/assets/outputs.cmake)   # asset_names: what assets/build.mjs writes
file(GLOB_RECURSE asset_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/*)
list(TRANSFORM asset_names PREPEND ${asset_out}/ OUTPUT_VARIABLE asset_files)
find_program(NODE node REQUIRED)
add_custom_command(OUTPUT ${asset_files}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/assets/build.mjs ${asset_out}
  DEPENDS ${asset_sources} ${asset_packages}
  COMMENT "style sheets, scripts, fonts" VERBATIM)
add_custom_target(assets_built DEPENDS ${asset_files})
mandat_embed(mandat_assets assets ${asset_out} ${asset_files})
add_dependencies(mandat_assets assets_built)
