#include "desks/credit/placement/first_contact.hpp"

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "desks/credit/placement/plan_rules.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"

namespace credit::placement {
namespace {

class Reader {
 public:
  explicit Reader(const ContactForm& form) : form_(form) {}

  std::string text(const std::string& typed, std::string field, std::size_t limit) {
    if (base::count_code_points(typed) > limit) refuse(text_too_long, std::move(field), {std::to_string(limit)});
    return typed;
  }
  std::string needed(const std::string& typed, const std::string& field, base::RefusalCode missing) {
    const std::string value = base::squeeze(typed);
    if (value.empty()) refuse(missing, field);
    return text(value, field, name_limit);
  }
  template <class T>
  std::string identifier(const std::string& typed, const std::string& field, base::RefusalCode wrong) {
    if (base::trim(typed).empty()) return {};
    const auto value = T::parse(typed);
    if (!value) refuse(wrong, field);
    return value ? value->text() : std::string();
  }
  std::string phone(const std::string& typed) {
    if (base::trim(typed).empty()) return {};
    const auto value = base::Phone::parse(typed);
    if (!value) refuse(bad_phone, "contact_phone");
    return value ? value->e164() : std::string();
  }
  template <class E>
  E choice(std::optional<E> chosen, E otherwise, const std::string& field) {
    if (!chosen) refuse(choice_missing, field);
    return chosen.value_or(otherwise);
  }
  FirstContact read() {
    FirstContact first{};
    first.company.name = needed(form_.company_name, "company_name", company_name_missing);
    first.company.siren = identifier<base::Siren>(form_.siren, "siren", bad_siren);
    first.company.size = choice(size_from_text(form_.size), Size::small_or_medium, "size");
    first.contact.name = needed(form_.contact_name, "contact_name", contact_missing);
    first.contact.email = identifier<base::EmailAddress>(form_.contact_email, "contact_email", bad_email);
    first.contact.phone = phone(form_.contact_phone);
    if (base::trim(form_.contact_email).empty() && base::trim(form_.contact_phone).empty())
      refuse(unreachable, "contact_email");
    first.channel = choice(channel_from_text(form_.channel), Channel::phone, "channel");
    first.need = choice(need_from_text(form_.need), Need::credit_insurance, "need");
    first.notes = text(std::string(base::trim(form_.notes)), "notes", notes_limit);
    first.form_key = form_.form_key;
    return first;
  }
  const base::Refusals& refusals() const { return refusals_; }

 private:
  void refuse(base::RefusalCode code, std::string field, std::vector<std::string> details = {}) {
    refusals_.push_back({code, std::move(field), std::move(details)});
  }

  const ContactForm& form_;
  base::Refusals refusals_;
};

Placement new_placement(platform::Act& act, const identity::Actor& broker, const FirstContact& first) {
  const auto today = base::paris::day_of(act.now);
  Placement placement{};
  placement.id = {act.ids.next()};
  placement.reference = next_reference(act.tx, broker.organisation, today.year());
  placement.broker = broker.organisation;
  placement.handled_by = broker.account;
  placement.opened_at = act.now;
  placement.form_key = first.form_key;
  placement.company = first.company;
  placement.contact = first.contact;
  placement.channel = first.channel;
  placement.need = first.need;
  placement.notes = first.notes;
  placement.step = *transitions.next(Step::contact, Event::contact_recorded);
  placement.waiting_for = WaitingFor::broker;  // the questionnaire is to be sent
  placement.next_due_at = late_from(*expected_on(placement.step, today));
  return placement;
}

std::vector<PlannedStep> new_plan(base::Instant now) {
  std::vector<PlannedStep> plan;
  const auto today = base::paris::day_of(now);
  for (const Step step : nine_steps)
    plan.push_back(
        {step, *expected_on(step, today), step == Step::contact ? std::optional<base::Instant>(now) : std::nullopt});
  return plan;
}

}  // namespace

base::Outcome<FirstContact> check(const ContactForm& form) {
  Reader reader(form);
  FirstContact first = reader.read();
  if (!reader.refusals().empty()) return reader.refusals();
  return first;
}

base::Outcome<PlacementId> open_placement(platform::Platform& platform, const identity::Actor& broker,
                                          const FirstContact& first) {
  const auto act_once = [&](platform::Act& act) -> base::Outcome<PlacementId> {
    if (const auto made = find_by_form_key(act.tx, broker.organisation, first.form_key)) return *made;
    const Placement placement = new_placement(act, broker, first);
    insert(act.tx, placement, new_plan(act.now));
    audit::record(act, {"credit.placement.opened", file_of(placement.id), {}});
    return placement.id;
  };
  try {
    return platform.act(platform::Author::of(broker), act_once);
  } catch (const db::UniqueViolation&) {  // the same form from two tabs at once: the other one won
    return platform.act(platform::Author::of(broker), act_once);
  }
}

}  // namespace credit::placement
