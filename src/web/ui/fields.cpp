#include <algorithm>

#include "base/assert.hpp"
#include "web/html/elements.hpp"
#include "web/ui/field_parts.hpp"

namespace web::ui {

using namespace html;

namespace {

Markup input_of(const Field& field, std::string_view kind, const Attribute& more = {}) {
  return input(cls("form-control"), type(kind), control_attributes(field),
               when(!field.value.empty(), html::value(field.value)), more);
}

Markup with_unit(const Markup& control, std::string_view unit) {
  if (unit.empty()) return control;
  return div(cls("with-unit"), control, span(cls("unit"), aria("hidden", "true"), unit));
}

// `index` tells the choices of one group apart; the first has the group's own anchor beside it.
Markup choice(const Field& field, const Option& option, std::string_view kind, std::size_t index, bool checked) {
  const std::string choice_id = field_id(field) + "-" + std::to_string(index);
  const std::string hint_id = choice_id + "-aide";
  return div(cls("choice"),
             input(cls("form-check-input"), type(kind), id(choice_id), name(field.name), html::value(option.value),
                   checked_if(checked), when(kind == "radio" && field.need == Field::Need::required, required()),
                   when(!option.hint.empty(), aria("describedby", hint_id))),
             label(for_(choice_id), option.label),
             when(!option.hint.empty(), [&] { return p(cls("hint"), id(hint_id), option.hint); }));
}

}  // namespace

Markup text_field(const Field& field) { return around(field, input_of(field, "text")); }

Markup email_field(const Field& field) {
  return around(field, input_of(field, "email", attributes(attr("inputmode", "email"), attr("spellcheck", "false"))));
}

Markup phone_field(const Field& field) { return around(field, input_of(field, "tel", attr("inputmode", "tel"))); }

Markup money_field(const Field& field) {
  return around(field,
                with_unit(input_of(field, "text", attributes(attr("inputmode", "decimal"), data("amount"))), "€"));
}

Markup number_field(const Field& field, std::string_view unit) {
  return around(field, with_unit(input_of(field, "text", attr("inputmode", "numeric")), unit));
}

Markup date_field(const Field& field) { return around(field, input_of(field, "date")); }

Markup time_field(const Field& field) { return around(field, input_of(field, "time")); }

Markup password_field(const Field& field) {
  Field emptied = field;
  emptied.value.clear();
  return around(field, input_of(emptied, "password"));
}

Markup code_field(const Field& field) {
  return around(field, input_of(field, "text", attributes(attr("inputmode", "numeric"), attr("spellcheck", "false"))));
}

Markup text_area(const Field& field, int rows) {
  // The first line end after <textarea> is dropped by browsers: one is written so that a typed one stays.
  return around(field, textarea(cls("form-control"), control_attributes(field), attr("rows", rows), "\n", field.value));
}

Markup suggestion_options(const std::vector<std::string>& suggestions) {
  return each(suggestions, [](const std::string& text) { return option(html::value(text)); });
}

Markup hidden_field(std::string_view field_name, std::string_view field_value) {
  return input(type("hidden"), name(field_name), html::value(field_value));
}

Markup file_field(const Field& field, const FileChoice& choice) {
  return around(field, input_of(field, "file",
                                attributes(attr("accept", choice.accept),
                                           when(choice.count == FileChoice::Count::several, multiple()),
                                           choice.capture.empty() ? Attribute{} : attr("capture", choice.capture))));
}

Markup select_field(const Field& field, const std::vector<Option>& options) {
  return around(
      field,
      html::select(cls("form-select"), control_attributes(field),
                   when(field.value.empty(), [] { return option(html::value(""), selected_if(true), "Choisir…"); }),
                   each(options, [&](const Option& one) {
                     return option(html::value(one.value),
                                   selected_if(!field.value.empty() && one.value == field.value), one.label);
                   })));
}

Markup radio_cards(const Field& field, const std::vector<Option>& options) {
  Markup choices;
  for (std::size_t i = 0; i < options.size(); ++i) {
    choices += choice(field, options[i], "radio", i, options[i].value == field.value);
  }
  return choice_group(field, "radio-cards", choices);
}

Markup checkbox_group(const Field& field, const std::vector<Option>& options, const std::vector<std::string>& checked) {
  Markup choices;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const bool on = std::find(checked.begin(), checked.end(), options[i].value) != checked.end();
    choices += choice(field, options[i], "checkbox", i, on);
  }
  return choice_group(field, "checkboxes", choices);
}

Markup checkbox(const Field& field, std::string_view checked_value) {
  return div(cls("field", field.error.empty() ? "" : "field-wrong"), error_of(field),
             div(cls("choice"),
                 input(cls("form-check-input"), type("checkbox"), control_attributes(field), html::value(checked_value),
                       checked_if(field.value == checked_value)),
                 label(for_(field_id(field)), field.label), hint_of(field)));
}

}  // namespace web::ui
