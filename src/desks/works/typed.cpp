#include "desks/works/typed.hpp"

#include "base/text.hpp"

namespace works::typed {

std::optional<base::Money> optional_amount(const web::Fields& form, const std::string& field,
                                           base::Refusals& refusals) {
  const auto text = base::trim(form.get(field));
  if (text.empty()) return std::nullopt;
  const auto amount = base::parse_money(text);
  if (!amount) refusals.push_back({bad_amount, field});
  return amount;
}

std::optional<base::Day> optional_day(const web::Fields& form, const std::string& field, base::Refusals& refusals) {
  const auto text = base::trim(form.get(field));
  if (text.empty()) return std::nullopt;
  const auto day = base::Day::from_iso(text);
  if (!day) refusals.push_back({bad_day, field});
  return day;
}

std::optional<base::Money> positive_amount(const web::Fields& form, const std::string& field,
                                           base::Refusals& refusals) {
  const auto text = base::trim(form.get(field));
  const auto amount = base::parse_money(text);
  if (text.empty())
    refusals.push_back({amount_required, field});
  else if (!amount || amount->cents <= 0)
    refusals.push_back({bad_amount, field});
  else
    return amount;
  return std::nullopt;
}

const web::UploadedFile* file_of(const web::Request& request, const std::string& field, base::Refusals& refusals) {
  for (const auto& file : request.files)
    if (file.field == field && !file.filename.empty()) return &file;
  refusals.push_back({file_missing, field});
  return nullptr;
}

}  // namespace works::typed
