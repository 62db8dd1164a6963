#include "web/ui/form.hpp"

#include "base/french.hpp"
#include "web/html/elements.hpp"
#include "web/ui/field_parts.hpp"

namespace web::ui {

using namespace html;

std::string FormState::value(std::string_view field, std::string_view otherwise) const {
  for (const auto& [name, text] : typed_) {
    if (name == field) return text;
  }
  return std::string(otherwise);
}

std::vector<std::string> FormState::values(std::string_view field) const {
  std::vector<std::string> all;
  for (const auto& [name, text] : typed_) {
    if (name == field) all.push_back(text);
  }
  return all;
}

std::string FormState::error(std::string_view field) const {
  for (const FieldError& error : errors_) {
    if (error.field == field) return error.sentence;
  }
  return {};
}

Field Field::with(const FormState& state) && {
  if (!form.empty() && form != state.form()) return std::move(*this);
  value = state.value(name, value);
  error = state.error(name);
  return std::move(*this);
}

Markup field_row(const std::vector<Markup>& fields) {
  return div(cls("field-row"), each(fields, [](const Markup& field) -> const Markup& { return field; }));
}

Markup field_group(std::string_view legend_text, std::string_view hint, const Markup& fields) {
  return html::fieldset(cls("fieldset"), legend(legend_text), when(!hint.empty(), [&] { return p(cls("hint"), hint); }),
                        fields);
}

namespace {

Markup summary_of(const std::vector<FieldError>& errors, std::string_view of_form) {
  if (errors.empty()) return {};
  const auto count = static_cast<std::int64_t>(errors.size());
  const std::string title =
      count == 1 ? "Un point est à corriger" : base::french::plural(count, "point est", "points sont") + " à corriger";
  return div(cls("notice tone-bad error-summary"), role("alert"), attr("tabindex", -1), data("focus"),
             icon(Icon::alert), div(cls("notice-body"), h2(title), ul(each(errors, [&](const FieldError& error) {
                                      if (error.field.empty()) return li(error.sentence);
                                      return li(a(href(Url::here(field_id(error.field, of_form))), error.sentence));
                                    }))));
}

}  // namespace

Markup error_summary(const std::vector<FieldError>& errors) { return summary_of(errors, {}); }

Markup error_summary(const FormState& state) { return summary_of(state.errors(), state.form()); }

Markup form(const Form& form, const Markup& fields) {
  const bool files = form.content == Form::Content::files;
  return html::form(cls("form"), method_post(), action(form.action), when(files, multipart()), attr("novalidate"),
                    data("once"), error_summary(form.errors),
                    when(!form.csrf_token.empty(), [&] { return csrf_input(form.csrf_token); }), fields,
                    div(cls("actions form-actions"),
                        button(cls("btn", class_of(form.look)), type("submit"), form.icon ? icon(*form.icon) : Markup{},
                               span(form.submit)),
                        form.other ? action_button(*form.other) : Markup{}));
}

}  // namespace web::ui
