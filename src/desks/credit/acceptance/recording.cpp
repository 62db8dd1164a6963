// What the broker writes into the file before acceptance (C36, C37).
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/acceptance/acceptance_words.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"

namespace credit::acceptance {
namespace {

using base::Done;
using base::Outcome;

class Reader {
 public:
  explicit Reader(const web::Fields& form, base::Day today) : form_(form), today_(today) {}

  std::string text(const char* field) {
    std::string typed(base::trim(form_.get(field)));
    if (base::count_code_points(typed) > longest_text)
      refusals_.push_back({text_too_long, field, {base::french::integer(static_cast<std::int64_t>(longest_text))}});
    return typed;
  }
  std::optional<base::Day> day(const char* field) {
    const auto typed = base::trim(form_.get(field));
    if (typed.empty()) return std::nullopt;
    const auto day = base::Day::from_iso(typed);
    if (!day || *day > today_) refusals_.push_back({bad_day, field});
    return day;
  }
  template <class E, std::size_t N>
  E choice(const char* field, const base::Word<E> (&words)[N], E otherwise) {
    return base::value_of(words, form_.get(field)).value_or(otherwise);
  }
  const base::Refusals& refusals() const { return refusals_; }

 private:
  const web::Fields& form_;
  base::Day today_;
  base::Refusals refusals_;
};

template <class F>
Outcome<Done> on_placement(platform::Platform& platform, const identity::Actor& broker, PlacementId id, F work) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    const auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    if (!placement::open(placement->step)) return placement::wrong_step;
    return work(act, *placement);
  });
}

}  // namespace

Outcome<Done> save_advice(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                          const web::Fields& form, const std::optional<documents::Prepared>& mandate) {
  return on_placement(platform, broker, id, [&](platform::Act& act, const placement::Placement& of) -> Outcome<Done> {
    if (!advice_open(of.step)) return advice_given;
    Reader reader(form, base::paris::day_of(act.now));
    auto advice = advice_of(act.tx, id);
    AdviceFile file;
    file.mandate_signed = reader.day("mandate_signed");
    file.orias = reader.text("orias");
    file.supervisor = reader.text("supervisor");
    file.complaints = reader.text("complaints");
    file.insurer_links = reader.text("insurer_links");
    file.remuneration = reader.text("remuneration");
    file.needs = reader.text("needs");
    file.recommendation = reader.text("recommendation");
    if (!reader.refusals().empty()) return reader.refusals();
    advice.file = amended(advice.file, std::move(file), act.now);
    if (!advice.file.acknowledged) advice.acknowledged_by.clear();
    if (mandate)
      advice.mandate = documents::attach(act, *mandate,
                                         {.owner = broker.organisation,
                                          .file = file_of(id),
                                          .subject_kind = "credit.advice",
                                          .subject_id = id.value,
                                          .kind = "placement_mandate"});
    save(act.tx, id, broker.organisation, advice, act.now);
    audit::record(act, {"credit.advice.saved", file_of(id), {}});
    return Done{};
  });
}

Outcome<Done> save_vigilance(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                             const web::Fields& form) {
  return on_placement(platform, broker, id, [&](platform::Act& act, const placement::Placement&) -> Outcome<Done> {
    Reader reader(form, base::paris::day_of(act.now));
    auto kept = vigilance_of(act.tx, id);
    auto& file = kept.file;
    file.identity_checked = reader.day("identity_checked");
    file.identity_paper = reader.text("identity_paper");
    file.owners = reader.choice("owners", owner_words, Owners::not_recorded);
    file.owners_named = reader.text("owners_named");
    file.exposure = reader.choice("exposure", exposures, Exposure::not_recorded);
    file.exposure_measures = reader.text("exposure_measures");
    file.screening = reader.choice("screening", screenings, Screening::not_done);
    kept.screened_on = reader.day("screened_on");
    if (file.screening != Screening::not_done && !kept.screened_on) kept.screened_on = base::paris::day_of(act.now);
    const auto reason = reader.text("override_reason");
    if (!reader.refusals().empty()) return reader.refusals();
    if (reason != file.override_reason) kept.override_by = reason.empty() ? identity::AccountId{} : broker.account;
    file.override_reason = reason;
    const auto least = override_reason_length.value();
    if (!reason.empty() && base::count_code_points(reason) < static_cast<std::size_t>(least))
      return base::Refusal{override_reason_too_short, "override_reason", {std::to_string(least)}};
    save(act.tx, id, kept, act.now);
    audit::record(act, {reason.empty() ? "credit.vigilance.saved" : "credit.vigilance.overridden", file_of(id), {}});
    return Done{};
  });
}

Outcome<Done> may_be_signed(db::Transaction& tx, PlacementId placement) {
  const auto watched = may_sign(vigilance_of(tx, placement).file);
  if (!watched) return base::Refusal{watched.refusal().code, "", watched.refusal().details};
  std::string list;
  for (const auto part : missing(advice_of(tx, placement).file))
    list += (list.empty() ? "" : ", ") + std::string(label(part));
  if (!list.empty()) return base::Refusal{advice_unacknowledged, "", {list}};
  return Done{};
}

void acknowledge(platform::Act& act, PlacementId placement, std::string by) {
  auto advice = advice_of(act.tx, placement);
  advice.file.acknowledged = act.now;
  advice.acknowledged_by = std::move(by);
  const auto found = placement::find(act.tx, placement);
  MANDAT_ASSERT(found);
  save(act.tx, placement, found->broker, advice, act.now);
  audit::record(act, {"credit.advice.acknowledged", file_of(placement), {}});
}

std::string_view to_text(Exposure exposure) { return base::word_of(exposures, exposure).text; }
std::string_view label(Exposure exposure) { return base::word_of(exposures, exposure).label; }
std::string_view to_text(Screening screening) { return base::word_of(screenings, screening).text; }
std::string_view label(Screening screening) { return base::word_of(screenings, screening).label; }
std::string_view to_text(Owners owners) { return base::word_of(owner_words, owners).text; }
std::string_view label(Owners owners) { return base::word_of(owner_words, owners).label; }

}  // namespace credit::acceptance
