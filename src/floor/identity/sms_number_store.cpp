#include "base/text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/identity/sms_number.hpp"

namespace identity {

base::Outcome<std::optional<base::Phone>> check_sms_number(std::string_view typed, std::string_view postal_code) {
  const auto number = base::trim(typed);
  if (number.empty()) return std::optional<base::Phone>();
  auto phone = base::Phone::parse(number, postal_code);
  if (!phone || !phone->mobile()) return base::Refusal{not_a_mobile, "sms_number"};
  return phone;
}

std::optional<base::Phone> chosen_sms_number(db::Transaction& tx, OrganisationId organisation) {
  const auto stored = tx.value<std::string>("SELECT sms_number FROM organisations WHERE id = :organisation",
                                            {{"organisation", organisation}});
  return stored ? base::Phone::parse(*stored) : std::nullopt;
}

std::optional<base::Phone> sms_number_in_use(db::Transaction& tx, OrganisationId id) {
  if (auto chosen = chosen_sms_number(tx, id)) return chosen;
  const auto known = organisation(tx, id);
  if (known && known->phone && known->phone->mobile()) return known->phone;
  for (const auto& member : members(tx, id))
    if (member.phone && member.phone->mobile()) return member.phone;
  return std::nullopt;
}

void choose_sms_number(platform::Act& act, OrganisationId organisation, const std::optional<base::Phone>& number) {
  if (chosen_sms_number(act.tx, organisation) == number) return;
  act.tx.execute("UPDATE organisations SET sms_number = :number WHERE id = :organisation",
                 {{"number", number ? number->e164() : std::string()}, {"organisation", organisation}});
  audit::record(act,
                {.code = "identity.sms_number_changed",
                 .file = {},
                 .details = {{"organisation", std::to_string(organisation.value)}, {"chosen", number ? "yes" : "no"}}});
}

}  // namespace identity
