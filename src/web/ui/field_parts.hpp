// The label, hint, error and ids around every kind of field.
#pragma once

#include <string>
#include <string_view>

#include "web/html/attributes.hpp"
#include "web/ui/form.hpp"

namespace web::ui {

std::string field_id(std::string_view name, std::string_view form);  // the input's id, unique in the page
std::string field_id(const Field& field);
std::string_view width_class(FieldWidth width);

// Name, id, need, and the links to hint and error that a screen reader follows.
html::Attribute control_attributes(const Field& field);
html::Attribute described_by(const Field& field);  // the ids of hint and error, if any

html::Markup label_of(const Field& field);
html::Markup hint_of(const Field& field);
html::Markup error_of(const Field& field);
html::Markup around(const Field& field, const html::Markup& control);  // label, hint, error, control

// A group of choices under one legend.
html::Markup choice_group(const Field& field, std::string_view list_class, const html::Markup& choices);

}  // namespace web::ui
