// By which door one comes to the risk photograph: the broker's file, the company's space, or the link it was sent (P7).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desks/credit/placement/reach.hpp"
#include "floor/visit/route.hpp"
#include "web/html/url.hpp"

namespace credit::portfolio {

enum class Reader { broker, company, link_holder };

struct Door {
  PlacementId id;
  Reader reader;
  placement::Reach reach;
  platform::Author author;
  std::string token = {};  // of the link

  web::html::Url page() const;
  web::html::Url at(std::string_view part, std::string_view act = {}) const;  // "acheteurs", "retrait"
};

// The door, or what is answered instead: the page that asks for a code, or 404.
struct Arrival {
  std::optional<Door> door;
  web::Response otherwise = {};
};
Arrival arrive(visit::Visit& visit);

// Two acts at once may bring the same buyer: the second finds him there.
template <class F>
auto twice_at_most(visit::Visit& visit, const Door& door, F work) {
  try {
    return visit.platform.act(door.author, work);
  } catch (const db::UniqueViolation&) {
    return visit.platform.act(door.author, work);
  }
}

web::Response post_code(visit::Visit& visit);  // POST /questionnaire/{}/code

}  // namespace credit::portfolio
