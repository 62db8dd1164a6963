#include "app/demo/motor/motor_vehicles.hpp"

#include <fmt/format.h>

namespace app::demo::motor_desk {
namespace {

constexpr std::pair<const char*, const char*> vehicles[] = {{"RENAULT", "CLIO V"},
                                                            {"RENAULT", "CAPTUR"},
                                                            {"RENAULT", "KANGOO"},
                                                            {"PEUGEOT", "208"},
                                                            {"PEUGEOT", "3008"},
                                                            {"PEUGEOT", "EXPERT"},
                                                            {"CITROËN", "C3"},
                                                            {"CITROËN", "BERLINGO"},
                                                            {"DACIA", "SANDERO"},
                                                            {"DACIA", "DUSTER"},
                                                            {"TOYOTA", "YARIS HYBRIDE"},
                                                            {"VOLKSWAGEN", "GOLF VIII"},
                                                            {"MINI", "COOPER"},
                                                            {"AIXAM", "CITY"},
                                                            {"MICROCAR", "M.GO"},
                                                            {"FIAT", "500"},
                                                            {"TESLA", "MODEL 3"},
                                                            {"BMW", "SÉRIE 1"},
                                                            {"MERCEDES-BENZ", "CLASSE A"},
                                                            {"KIA", "NIRO"}};
struct Insurer {
  const char *code, *name;
};
constexpr Insurer insurers[] = {{"418", "Mutuelle des Coteaux"}, {"435", "Assurances du Levant"},
                                {"295", "La Prévoyante Auto"},   {"372", "Mutuelle Rhodanienne"},
                                {"068", "Océane Assurances"},    {"0127", "Caisse des Artisans"}};
constexpr const char* societies[] = {"Transports Oriane", "Boulangerie Morvennec", "Menuiseries Corvaz",
                                     "Cabinet Lourmel",   "Pépinières du Gier",    "Ambulances Saint-Clair"};

// SIV knows neither I, O nor U.
char plate_letter(Dice& dice) {
  constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTVXYZ";
  return letters[static_cast<std::size_t>(dice.between(0, static_cast<int>(letters.size()) - 1))];
}

std::string plate(Dice& dice) {
  for (;;) {
    const bool old = dice.percent(8);
    const int number = dice.between(100, 999);
    const std::string pair{plate_letter(dice), plate_letter(dice)};
    const std::string other{plate_letter(dice), plate_letter(dice)};
    const std::string typed =
        old ? fmt::format("{} {}{} 69", number, pair, other.front()) : fmt::format("{}-{}-{}", pair, number, other);
    if (const auto read = base::Plate::parse(typed)) return read->text();
  }
}

}  // namespace

motor::file::Particulars particulars(Dice& dice, int number, const base::Siret& siret, base::Day claim_day) {
  const auto& [make, model] = dice.pick(vehicles);
  const Insurer& insurer = dice.pick(insurers);
  motor::file::Particulars said{.reference = std::to_string(255'030'000 + number * 3),
                                .siret = siret,
                                .claim_day = claim_day,
                                .insured = {},
                                .vehicle = {.make = make, .model = model, .plate = plate(dice)},
                                .insurer = {insurer.code, insurer.name},
                                .principal = insurer.name,
                                .claim_number = fmt::format("00000{:011}", 12'106'000'000 + number * 373LL)};
  if (dice.percent(20)) {
    said.insured.name = dice.pick(societies);
  } else {
    said.insured.name = person(dice);
    said.insured.email = mail_name(said.insured.name) + "@client.example";
  }
  if (dice.percent(70)) said.insured.phone = mobile(4000 + number).e164();
  return said;
}

}  // namespace app::demo::motor_desk
