#include "web/ui/field_parts.hpp"

#include "web/html/elements.hpp"

namespace web::ui {

using namespace html;

std::string field_id(std::string_view name, std::string_view form) {
  std::string id = "champ";
  for (const char c : form) id.push_back(c == '/' ? '-' : c);
  return id.append("-").append(name);
}

std::string field_id(const Field& field) { return field_id(field.name, field.form); }

std::string_view width_class(FieldWidth width) {
  switch (width) {
    case FieldWidth::full:
      return "";
    case FieldWidth::half:
      return "field-half";
    case FieldWidth::short_text:
      return "field-short";
  }
  return {};
}

namespace {

std::string hint_id(const Field& field) { return field_id(field) + "-aide"; }
std::string error_id(const Field& field) { return field_id(field) + "-erreur"; }

std::string suggestions_id(const Field& field) { return field_id(field) + "-choix"; }

Attribute suggesting(const Field& field) {
  return attributes(attr("list", suggestions_id(field)), hx_get(*field.suggest),
                    attr("hx-trigger", "input changed delay:150ms"), attr("hx-target", "#" + suggestions_id(field)),
                    attr("hx-swap", "innerHTML"), attr("hx-sync", "this:replace"));
}

Markup optional_mark(const Field& field) {
  return field.need == Field::Need::optional ? span(cls("optional"), " (facultatif)") : Markup{};
}

}  // namespace

Attribute described_by(const Field& field) {
  std::string ids;
  if (!field.hint.empty()) ids = hint_id(field);
  if (!field.error.empty()) ids += (ids.empty() ? "" : " ") + error_id(field);
  return ids.empty() ? Attribute{} : aria("describedby", ids);
}

Attribute control_attributes(const Field& field) {
  return attributes(id(field_id(field)), name(field.name), described_by(field),
                    field.error.empty() ? Attribute{} : aria("invalid", "true"),
                    required_if(field.need == Field::Need::required),
                    field.autocomplete.empty() ? Attribute{} : attr("autocomplete", field.autocomplete),
                    field.suggest ? suggesting(field) : Attribute{});
}

Markup label_of(const Field& field) {
  return label(cls("form-label"), for_(field_id(field)), field.label, optional_mark(field));
}

Markup hint_of(const Field& field) {
  if (field.hint.empty()) return {};
  return p(cls("hint"), id(hint_id(field)), field.hint);
}

Markup error_of(const Field& field) {
  if (field.error.empty()) return {};
  return p(cls("field-error"), id(error_id(field)), icon(Icon::alert), span(cls("visually-hidden"), "Erreur : "),
           field.error);
}

Markup around(const Field& field, const Markup& control) {
  return div(cls("field", width_class(field.width), field.error.empty() ? "" : "field-wrong"), label_of(field),
             hint_of(field), error_of(field), control, field.suggest ? datalist(id(suggestions_id(field))) : Markup{});
}

Markup choice_group(const Field& field, std::string_view list_class, const Markup& choices) {
  return html::fieldset(cls("field choice-group", field.error.empty() ? "" : "field-wrong"), id(field_id(field)),
                        attr("tabindex", -1), described_by(field),
                        legend(cls("form-label"), field.label, optional_mark(field)), hint_of(field), error_of(field),
                        div(cls(list_class), choices));
}

}  // namespace web::ui
