// A delay as the floor's pages show it.
#pragma once

#include <string>
#include <vector>

#include "floor/deadlines/deadlines.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/badge.hpp"
#include "web/ui/card.hpp"

namespace deadlines {

web::ui::Due due_of(base::Instant due, base::Instant now);  // in days when it ends with one (P4.days)
web::ui::Badge badge(const Deadline& deadline, base::Instant now);
std::string owner_text(const Deadline& deadline, const std::string& organisation_name);
// "le 23 nov. 2026, 10:00"; empty while it runs.
std::string ended_text(const Deadline& deadline);
// Whose act ended it: a person's name, an organisation's, « Automatique »; empty when it is not known.
std::string ended_by_text(const Deadline& deadline, const identity::Names& names);
std::string extensions_text(const Deadline& deadline);  // "reportée 2 fois"; empty when never

// The delays of a file, a line each: those that run, then the ended ones behind their number.
class DelayLines {
 public:
  void add(const Deadline& delay, web::ui::Line line);
  bool empty() const { return running_.empty() && ended_.empty(); }
  web::html::Markup card() const;

 private:
  std::vector<web::ui::Line> running_, ended_;
};

}  // namespace deadlines
