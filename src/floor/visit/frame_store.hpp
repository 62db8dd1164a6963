// What a frame asks of the database: all its numbers in one statement.
#pragma once

#include <cstdint>
#include <vector>

#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"

namespace visit {

// The entries of the rail that his organisation and role give the person.
std::vector<const NavItem*> items_for(const Site& site, const identity::Actor& actor);

struct Numbers {
  int unread;                         // notices; counted no further than one more than are told
  std::int64_t latest_fact;           // that is settled (floor/live)
  bool mail_returns;                  // the person's address does (P5.returned)
  bool house_lacks;                   // for administrators: what a bill must say of the house (P9.identity)
  std::vector<std::int64_t> waiting;  // for each item
};
Numbers numbers_of(db::Transaction& tx, const std::vector<const NavItem*>& items, const Visit& visit);

}  // namespace visit
