#include "web/ui/choice_list.hpp"

#include "web/html/elements.hpp"
#include "web/ui/field_parts.hpp"

namespace web::ui {

using namespace html;

ChoiceList::ChoiceList(std::vector<Option> options) {
  for (Option& one : options) {
    Markup plain = option(html::value(one.value), one.label);
    options_.emplace_back(std::move(one), std::move(plain));
  }
}

Markup ChoiceList::drawn(std::string_view selected) const {
  return each(options_, [&](const auto& one) {
    const auto& [choice, plain] = one;
    if (selected.empty() || choice.value != selected) return plain;
    return option(html::value(choice.value), selected_if(true), choice.label);
  });
}

Markup select_field(const Field& field, const ChoiceList& choices) {
  return around(field, html::select(cls("form-select"), control_attributes(field),
                                    when(field.value.empty(),
                                         [] { return option(html::value(""), selected_if(true), "Choisir…"); }),
                                    choices.drawn(field.value)));
}

}  // namespace web::ui
