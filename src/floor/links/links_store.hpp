#pragma once

#include "floor/links/links.hpp"

namespace links::store {

void insert(db::Transaction& tx, const Link& link);
// How many links of this purpose went to the recipient over the channel for the subject.
int issued(db::Transaction& tx, const NewLink& link);

}  // namespace links::store
