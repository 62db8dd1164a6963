// The top of a page: where one is, what it is about, what waits for whom, what to do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/action.hpp"
#include "web/ui/badge.hpp"

namespace web::ui {

struct Crumb {
  std::string label;
  html::Url url;
};

// "En attente de : Plomberie du Rhône · devis dans 3 j 4 h (jeu. 26 nov. 2026, 23:59)"
struct Awaiting {
  std::string who;
  std::string what = {};
  std::optional<Due> due = {};
};

struct PageHeader {
  std::string title;
  std::string reference = {};  // "T-2026-000123"
  std::string lead = {};       // one sentence under the title
  std::vector<Crumb> crumbs = {};
  std::optional<Badge> status = {};
  std::string status_detail = {};  // the finer fact beside the status
  std::optional<Awaiting> awaiting = {};
  std::optional<Action> primary = {};  // the one act the person owes now
  std::vector<Action> others = {};
};

html::Markup page_header(const PageHeader& header);

}  // namespace web::ui
