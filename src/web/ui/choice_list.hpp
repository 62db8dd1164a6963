// The options of a select that are the same on every page: drawn once, since a list of a hundred costs as much as a
// table of files.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "web/ui/form.hpp"

namespace web::ui {

class ChoiceList {
 public:
  explicit ChoiceList(std::vector<Option> options);
  html::Markup drawn(std::string_view selected) const;

 private:
  std::vector<std::pair<Option, html::Markup>> options_;  // each as it looks unselected
};

// As the select_field of form.hpp.
html::Markup select_field(const Field& field, const ChoiceList& choices);

}  // namespace web::ui
