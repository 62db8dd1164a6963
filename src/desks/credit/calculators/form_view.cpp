#include "desks/credit/calculators/form_view.hpp"

#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/page_header.hpp"

namespace credit::calculators {

using namespace web::html;

Markup calculator_form(const Url& url, const web::ui::FormState& state, const Markup& fields) {
  return form(cls("form"), method_get(), action(url), attr("novalidate"), web::ui::error_summary(state.errors()),
              fields,
              div(cls("actions form-actions"), button(cls("btn btn-primary"), type("submit"), span("Calculer"))));
}

namespace {

Markup others_than(const Calculator& own) {
  Markup links;
  for (const Calculator* other : calculators)
    if (other != &own) links += li(a(href(other->url), other->question));
  return nav(cls("calculator-next"), aria("label", "Autres calculs"), ul(links));
}

}  // namespace

web::Response calculator_page(visit::Visit& visit, const Calculator& calculator, const web::ui::FormState& state,
                              const Markup& fields, const std::optional<Markup>& result) {
  const web::ui::PageHeader header{.title = std::string(calculator.question), .lead = std::string(calculator.lead)};
  return visit::plain_page(visit, {.title = header.title,
                                   .body = div(cls("calculator"), web::ui::page_header(header),
                                               calculator_form(calculator.url, state, fields),
                                               result.value_or(Markup{}), others_than(calculator)),
                                   .status = result ? 200 : 422,
                                   .width = web::ui::Frame::Width::reading});
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

base::Refusals renamed(base::Refusals refusals, std::span<const Renamed> names) {
  for (auto& refusal : refusals)
    for (const auto& name : names)
      if (refusal.field == name.engine) refusal.field = name.form;
  return refusals;
}

}  // namespace credit::calculators
