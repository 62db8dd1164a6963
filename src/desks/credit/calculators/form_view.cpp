#include "desks/credit/calculators/form_view.hpp"

#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"

namespace credit::calculators {

using namespace web::html;

Markup calculator_form(const Url& url, const web::ui::FormState& state, const Markup& fields) {
  return form(cls("form"), method_get(), action(url), attr("novalidate"), web::ui::error_summary(state.errors()),
              fields,
              div(cls("actions form-actions"), button(cls("btn btn-primary"), type("submit"), span("Calculer"))));
}

web::ui::FormState kept(const visit::Visit& visit, const web::Fields& typed, std::span<const std::string_view> fields,
                        const base::Refusals& refusals) {
  std::vector<std::pair<std::string, std::string>> values;
  for (const auto field : fields) values.emplace_back(field, typed.get(field));
  std::vector<web::ui::FieldError> errors;
  for (const auto& refusal : refusals) errors.push_back({refusal.field, visit::sentence(visit, refusal)});
  return {std::move(values), std::move(errors)};
}

Url with_fields(Url url, const web::Fields& typed, std::span<const std::string_view> fields) {
  for (const auto field : fields)
    if (const auto value = typed.get(field); !value.empty()) url = url.query(field, value);
  return url;
}

Markup other_calculators(std::string_view own_path) {
  struct Calculator {
    Url url;
    std::string_view question;
  };
  const Calculator all[] = {{"/calculs/impaye", "Ce que coûte un impayé"},
                            {"/calculs/couverture", "Ce que coûte une couverture"},
                            {"/calculs/indemnite", "Ce que verse l’assureur"},
                            {"/calculs/delais", "Les dates à tenir"}};
  Markup links;
  for (const auto& other : all)
    if (other.url.text() != own_path) links += li(a(href(other.url), other.question));
  return nav(cls("calculator-next"), aria("label", "Autres calculs"), ul(links));
}

base::Refusals renamed(base::Refusals refusals, std::span<const Renamed> names) {
  for (auto& refusal : refusals)
    for (const auto& name : names)
      if (refusal.field == name.engine) refusal.field = name.form;
  return refusals;
}

}  // namespace credit::calculators
