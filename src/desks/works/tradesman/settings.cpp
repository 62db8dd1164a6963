#include "desks/works/tradesman/settings.hpp"

#include <charconv>

#include "base/text.hpp"
#include "floor/audit/audit.hpp"

namespace works::tradesman {
namespace {

// The commune of that code with that INSEE number; the only one of its code without.
const places::Commune* chosen_commune(std::string_view postal_code, std::string_view insee, base::Refusals& refusals) {
  const auto communes = places::communes_of(postal_code);
  if (communes.empty()) {
    refusals.push_back({unknown_postal_code, "postal_code"});
    return nullptr;
  }
  if (communes.size() == 1) return &communes.front();
  const auto* commune = places::find(insee, postal_code);
  if (commune == nullptr) refusals.push_back({commune_missing, "insee"});
  return commune;
}

std::optional<int> whole_number(std::string_view typed) {
  int number = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (error != std::errc{} || end != typed.data() + typed.size()) return std::nullopt;
  return number;
}

// Null, with a refusal, unless it is a radius that W9 allows.
std::optional<int> radius(std::string_view typed, base::Refusals& refusals) {
  const auto km = whole_number(base::trim(typed));
  if (km && smallest_radius_km.value() <= *km && *km <= largest_radius_km.value()) return *km * 1000;
  refusals.push_back({bad_radius,
                      "radius_km",
                      {std::to_string(smallest_radius_km.value()), std::to_string(largest_radius_km.value())}});
  return std::nullopt;
}

std::string week_of(const std::vector<std::string>& days) {
  std::string week(7, '0');
  for (const auto& typed : days)
    if (const auto day = whole_number(typed); day && 1 <= *day && *day <= 7)
      week[static_cast<std::size_t>(*day - 1)] = '1';
  return week;
}

// Loads the actor's firm, changes it, and leaves a fact.
template <class Change>
base::Outcome<base::Done> change_own(platform::Platform& platform, const identity::Actor& actor, std::string_view fact,
                                     audit::Details details, Change change) {
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto firm = find(act.tx, actor.organisation);
    if (!firm) return unknown_tradesman;
    change(act, *firm);
    auto told = details;
    told.insert(told.begin(), {"firm", std::to_string(actor.organisation.value)});
    audit::record(act, {fact, {}, std::move(told)});
    return base::Done{};
  });
}

}  // namespace

base::Outcome<Settings> check(const SettingsForm& form) {
  base::Refusals refusals;
  const auto* commune = chosen_commune(base::trim(form.postal_code), form.insee, refusals);
  const auto radius_m = radius(form.radius_km, refusals);
  auto week = week_of(form.weekdays);
  if (!weekdays_well_formed(week)) refusals.push_back({no_working_day, "weekdays"});
  if (!refusals.empty()) return refusals;
  return Settings{commune, *radius_m, std::move(week)};
}

base::Outcome<AbsenceDays> check(const AbsenceForm& form, base::Day today) {
  base::Refusals refusals;
  const auto first = base::Day::from_iso(base::trim(form.first_day));
  if (!first) refusals.push_back({absence_day_missing, "first_day"});
  const auto typed_last = base::trim(form.last_day);
  const auto last = typed_last.empty() ? first : base::Day::from_iso(typed_last);
  if (!typed_last.empty() && !last) refusals.push_back({absence_day_missing, "last_day"});
  if (first && last && *last < *first)
    refusals.push_back({absence_backwards, "last_day"});
  else if (last && *last < today)
    refusals.push_back({absence_over, typed_last.empty() ? "first_day" : "last_day"});
  if (!refusals.empty()) return refusals;
  return AbsenceDays{*first, *last};
}

base::Outcome<base::Done> change_settings(platform::Platform& platform, const identity::Actor& actor,
                                          const Settings& settings) {
  return change_own(platform, actor, "works.tradesman.settings_changed",
                    {{"insee", std::string(settings.base->insee)},
                     {"radius_m", std::to_string(settings.radius_m)},
                     {"weekdays", settings.weekdays}},
                    [&](platform::Act& act, Tradesman& firm) {
                      firm.base_postal_code = settings.base->postal_code;
                      firm.base_name = settings.base->name;
                      firm.lat_e6 = settings.base->point.lat_e6;
                      firm.lon_e6 = settings.base->point.lon_e6;
                      firm.radius_m = settings.radius_m;
                      firm.weekdays = settings.weekdays;
                      save(act.tx, firm);
                    });
}

base::Outcome<base::Done> add_absence(platform::Platform& platform, const identity::Actor& actor,
                                      const AbsenceDays& days) {
  return change_own(
      platform, actor, "works.tradesman.absence_added", {{"first", days.first.iso()}, {"last", days.last.iso()}},
      [&](platform::Act& act, const Tradesman&) { add_absence(act, actor.organisation, days.first, days.last); });
}

base::Outcome<base::Done> remove_absence(platform::Platform& platform, const identity::Actor& actor,
                                         std::int64_t absence) {
  return change_own(platform, actor, "works.tradesman.absence_removed", {{"absence", std::to_string(absence)}},
                    [&](platform::Act& act, const Tradesman&) { remove_absence(act, actor.organisation, absence); });
}

}  // namespace works::tradesman
