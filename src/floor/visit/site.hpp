// What the desks bring to every page: their entries of the rail and the sentences of their refusals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/actor.hpp"
#include "web/html/url.hpp"
#include "web/phrasebook.hpp"
#include "web/ui/frame.hpp"

namespace visit {

// One entry of the rail, shown to those whose organisation and role it fits.
struct NavItem {
  std::string_view label;
  web::html::Url url;
  web::ui::Icon icon;
  std::string_view section = {};  // the desk's name; empty: the entries common to all
  web::ui::Accent accent = web::ui::Accent::none;
  identity::KindSet kinds = {};   // empty: every kind
  identity::Role at_least = identity::Role::reader;
  // What waits there: a maintained row, read once per page. Null: no count. 0 is not shown.
  std::int64_t (*count)(db::Transaction&, const identity::Actor&) = nullptr;

  bool shown_to(const identity::Actor& actor) const {
    return (kinds.empty() || kinds.meets(actor.kinds)) && identity::at_least(actor.role, at_least);
  }
};

// Who may see the documents of one kind of file; the desk knows the parties (P3).
struct DocumentRule {
  std::string_view file_kind;
  bool (*may_see)(db::Transaction&, const documents::Document&, const identity::Actor&);
};

struct Site {
  std::vector<NavItem> nav;  // in the order of the rail; a section's entries stand together
  web::Phrasebook phrases;
  std::vector<DocumentRule> document_rules = {};
};

}  // namespace visit
