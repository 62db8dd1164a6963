#pragma once

#include <optional>

#include "floor/links/links.hpp"

namespace workspace::store {

struct Sent {
  links::LinkId code;
  base::Instant sent_at;
  int tries = 0;
  base::Instant counted_from;
  int sent_since = 0;
};
std::optional<Sent> last_code(db::Transaction& tx, links::LinkId link);
void save(db::Transaction& tx, links::LinkId link, const Sent& sent);

}  // namespace workspace::store
