// Internal to the file's folder: the rows of the history.
#pragma once

#include "desks/motor/file/file_history.hpp"

namespace motor::file {

void insert_change(platform::Act& act, FileId id, const Change& change);

}  // namespace motor::file
