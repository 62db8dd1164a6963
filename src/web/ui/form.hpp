// Forms: every field has a label, a hint where it helps, and its error beside it; what was typed is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/action.hpp"

namespace web::ui {

struct FieldError {
  std::string field;     // name of the field; empty: the whole form
  std::string sentence;  // what is wrong and what to do
};

// What was typed last time and what was wrong with it; empty for a form opened anew. `form`: the address it was sent
// to, where a page holds several forms (Field::form); only that form then keeps it.
class FormState {
 public:
  FormState() = default;
  FormState(std::vector<std::pair<std::string, std::string>> typed, std::vector<FieldError> errors,
            std::string form = {})
      : typed_(std::move(typed)), errors_(std::move(errors)), form_(std::move(form)) {}

  std::string value(std::string_view field, std::string_view otherwise = {}) const;  // the first typed
  std::vector<std::string> values(std::string_view field) const;
  std::string error(std::string_view field) const;  // empty: nothing wrong
  const std::vector<FieldError>& errors() const { return errors_; }
  const std::string& form() const { return form_; }

 private:
  std::vector<std::pair<std::string, std::string>> typed_;
  std::vector<FieldError> errors_;
  std::string form_;
};

enum class FieldWidth { full, half, short_text };  // short_text: a date, an amount, a postal code

struct Field {
  std::string name;
  std::string label;
  std::string value = {};
  std::string error = {};
  std::string hint = {};
  enum class Need { required, optional } need = Need::required;  // "(facultatif)" beside the label
  FieldWidth width = FieldWidth::full;
  // The address its form is sent to, where a page holds several forms: keeps apart fields of one name.
  std::string form = {};
  std::string autocomplete = {};  // "name", "tel", "street-address"…
  // Where the server answers with suggestion_options() as the person types: GET, the field's name and text as query.
  std::optional<html::Url> suggest = {};

  // The same field with what the state keeps of it.
  Field with(const FormState& state) &&;
};

html::Markup text_field(const Field& field);
html::Markup email_field(const Field& field);
html::Markup phone_field(const Field& field);
html::Markup money_field(const Field& field);                               // "1 234,50", € beside it
html::Markup number_field(const Field& field, std::string_view unit = {});  // whole numbers; "km" beside it
html::Markup date_field(const Field& field);                                // value: ISO day
html::Markup time_field(const Field& field);                                // value: "09:12"
html::Markup password_field(const Field& field);                            // value is never written
html::Markup code_field(const Field& field);                                // a one-time code
html::Markup text_area(const Field& field, int rows);
html::Markup suggestion_options(const std::vector<std::string>& suggestions);
html::Markup hidden_field(std::string_view name, std::string_view value);

struct FileChoice {
  std::string accept;  // ".pdf,.jpg,.jpeg,.png"
  enum class Count { one, several } count = Count::one;
  std::string capture = {};  // "environment" opens the camera of a phone
};
html::Markup file_field(const Field& field, const FileChoice& choice);

struct Option {
  std::string value;
  std::string label;
  std::string hint = {};  // under the label, in radio cards and checkboxes
};
// An empty field value shows "Choisir…" first.
html::Markup select_field(const Field& field, const std::vector<Option>& options);
html::Markup radio_cards(const Field& field, const std::vector<Option>& options);
html::Markup checkbox_group(const Field& field, const std::vector<Option>& options,
                            const std::vector<std::string>& checked);
html::Markup checkbox(const Field& field, std::string_view checked_value = "oui");

html::Markup field_row(const std::vector<html::Markup>& fields);  // side by side where there is room
html::Markup field_group(std::string_view legend, std::string_view hint, const html::Markup& fields);

struct Form {
  html::Url action;
  std::string csrf_token = {};  // empty before any session exists: sign-in, sign-up
  std::string submit;           // the verb of the act
  std::optional<Icon> icon = {};
  std::optional<Action> other = {};  // a quiet link beside: "Annuler"
  Look look = Look::primary;
  std::vector<FieldError> errors = {};  // summed up at the top, each leading to its field
  enum class Content { text, files } content = Content::text;
};
html::Markup form(const Form& form, const html::Markup& fields);
html::Markup error_summary(const std::vector<FieldError>& errors);
html::Markup error_summary(const FormState& state);  // for a page of several forms

}  // namespace web::ui
