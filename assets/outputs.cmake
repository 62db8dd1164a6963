# What assets/build.mjs writes; cmake/Embed.cmake lays each of them inside the binary.
set(asset_names app.css phone.css app.js photos.js proof.js htmx.js inter.woff2 icons.svg favicon.svg licences.txt)

# The pinned npm packages, fetched again when the lock changes.
find_program(NPM npm REQUIRED)
set(asset_packages ${CMAKE_SOURCE_DIR}/node_modules/.package-lock.json)
add_custom_command(OUTPUT ${asset_packages}
  COMMAND ${NPM} ci --ignore-scripts --prefer-offline --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${asset_packages}
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  DEPENDS ${CMAKE_SOURCE_DIR}/package-lock.json ${CMAKE_SOURCE_DIR}/package.json
  COMMENT "style kit, icons, font and htmx from npm" VERBATIM)
