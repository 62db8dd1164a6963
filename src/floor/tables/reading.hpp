// A table that a person uploads or pastes, as a grid (P13). What it says of people and amounts: row_reader.hpp.
#pragma once

#include <string_view>

#include "base/outcome.hpp"
#include "floor/tables/grid.hpp"
#include "web/http.hpp"

namespace tables {

// XLSX (unpacked in the confined child, see floor/documents/confined_job.hpp) or CSV, told by its first bytes. A file
// of 20 000 rows takes a fraction of a second: the route is of visit::Pace::waits. Refusals name `file.field`.
base::Outcome<Grid> read_upload(const web::UploadedFile& file);

// A range copied from a spreadsheet (parted by tabs), or CSV typed by hand. Refusals name `field`.
base::Outcome<Grid> read_paste(std::string_view text, std::string_view field);

}  // namespace tables
