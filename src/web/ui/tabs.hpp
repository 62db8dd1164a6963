// Tabs with counts, and the filters that hold: both live in the address.
#pragma once

#include <string>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"

namespace web::ui {

struct Tab {
  std::string label;
  html::Url url;
  std::string count = {};  // "12", "1 000+"; empty: none shown
  bool current = false;
};
html::Markup tabs(std::string_view label, const std::vector<Tab>& tabs);  // `label` names the set for screen readers

struct Chip {
  std::string label;  // "Statut"
  std::string value;  // "En cours"
  html::Url without;  // the same list without this filter
};

struct FilterBar {
  html::Url action;                // GET
  std::string search_placeholder;  // "Référence, assuré, commune…"
  std::string search_text = {};
  std::vector<std::pair<std::string, std::string>> kept = {};  // query of the list that the form must not lose
  std::vector<Chip> chips = {};
  html::Url cleared;        // the list without any filter
  html::Markup tools = {};  // at the end of the line: saved views, export (dropdown.hpp)
  enum class Panel { closed, open } panel = Panel::closed;  // open: something there is to be corrected
};

// `fields` (select_field…) stand behind "Filtrer"; nothing is shown there when there is none.
html::Markup filter_bar(const FilterBar& bar, const html::Markup& fields = {});

}  // namespace web::ui
