// The search of every page's top bar (GET /recherche): over everything in the person's scope, and nothing else (P2).
//
// A desk adds to Site::search one SearchSource for each kind of thing it lets people find: who has it at all, and a
// function that reads it within the actor's scope. Its group stands on the page in the order of Site::search.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "db/database.hpp"
#include "floor/identity/actor.hpp"
#include "web/html/url.hpp"
#include "web/ui/badge.hpp"

namespace visit {

inline constexpr base::Rule search_rules[] = {
    MANDAT_RULE("P14.search",
                "One search over all that the person may see, grouped by kind; what is outside his scope is "
                "neither shown nor counted"),
};

struct SearchHit {
  web::html::Url url;
  std::string title;        // what one recognises it by: a reference, a name
  std::string detail = {};  // quieter: place, trades, date
  std::optional<web::ui::Badge> state = {};
};

// What is looked for. `folded` has at least two letters or digits; see base::fold and db::Words.
struct SearchAsked {
  std::string typed;
  std::string folded;
  int limit = 8;           // hits shown of one kind
  int count_up_to = 1000;  // count no further than one more: the page says « 1 000+ »
};

struct SearchFound {
  std::vector<SearchHit> hits = {};        // at most asked.limit, the likeliest first
  std::int64_t count = 0;                  // of all that is found, up to asked.count_up_to + 1
  std::optional<web::html::Url> all = {};  // the list that shows them all, filtered the same way
};

struct SearchSource {
  std::string_view title;  // "Dossiers"
  web::ui::Icon icon;
  identity::KindSet kinds;  // who has such things: organisations of one of these kinds
  identity::Role at_least = identity::Role::reader;
  SearchFound (*find)(db::Transaction&, const identity::Actor&, const SearchAsked&);

  bool open_to(const identity::Actor& actor) const {
    return kinds.meets(actor.kinds) && identity::at_least(actor.role, at_least);
  }
};

}  // namespace visit
