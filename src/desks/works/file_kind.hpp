// What the floor's pages ask of a claim: its page, who may still read what was written about it, what follows a moved
// delay; and the French of the desk's codes in the journal and the ledger.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "floor/visit/site.hpp"

namespace works {

visit::FileKind file_kind();
std::vector<std::pair<std::string_view, std::string>> words();

}  // namespace works
