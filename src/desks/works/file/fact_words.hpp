// The French sentence of each fact of the desk, for timelines and the administrator's journal; {firm} is its name.
#pragma once

#include "floor/audit/fact_word.hpp"

namespace works::file {

std::span<const audit::FactWord> fact_words();

}  // namespace works::file
