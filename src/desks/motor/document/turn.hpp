// Whose word a file awaits: what its state asks for, against what the repairer who has it sent (M11.answered,
// M34.sent).
#pragma once

#include <vector>

#include "desks/motor/document/paper.hpp"
#include "desks/motor/document/turn_rules.hpp"
#include "desks/motor/file/file_history.hpp"

namespace motor::document {

// None while documents are awaited that only a former repairer was asked for: the firm asks this one first.
Turn turn(const file::File& file, const std::vector<Paper>& papers, const std::optional<file::Asked>& asked);
Turn turn(db::Transaction& tx, const file::File& file);

// The file went through that event: what waits for a verdict no longer does once it is closed, and does again once it
// is reopened (M33).
void follow(platform::Act& act, const file::File& file, file::Event event);

}  // namespace motor::document
