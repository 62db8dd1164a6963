// Where the links of a list of messages lead, read at once.
#pragma once

#include <string>
#include <vector>

#include "floor/messages/messages.hpp"

namespace messages {

// As link_target of each.
std::vector<std::string> link_targets(db::Transaction& tx, const std::vector<Message>& messages,
                                      const platform::Settings& settings);

}  // namespace messages
