#include "floor/places/communes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <thread>

namespace places {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string_view> names_of(std::string_view postal_code) {
  std::vector<std::string_view> names;
  for (const Commune& commune : communes_of(postal_code)) names.push_back(commune.name);
  return names;
}

// Degrees; the widest bounds of a territory, islands included.
struct Bounds {
  double south, north, west, east;
  bool hold(Point point) const {
    const double lat = point.lat_e6 * 1e-6, lon = point.lon_e6 * 1e-6;
    return lat >= south && lat <= north && lon >= west && lon <= east;
  }
};

Bounds bounds_of(std::string_view department) {
  static const std::map<std::string_view, Bounds> overseas = {
      {"971", {15.8, 16.6, -61.9, -61.0}},     {"972", {14.3, 15.0, -61.3, -60.7}},
      {"973", {2.1, 5.9, -54.7, -51.5}},       {"974", {-21.5, -20.8, 55.1, 55.9}},
      {"975", {46.7, 47.2, -56.5, -56.1}},     {"976", {-13.1, -12.6, 44.9, 45.4}},
      {"977", {17.8, 18.0, -63.0, -62.7}},     {"978", {18.0, 18.2, -63.2, -62.9}},
      {"986", {-14.5, -13.1, -178.3, -176.0}}, {"987", {-28.0, -7.8, -155.0, -134.0}},
      {"988", {-22.8, -19.4, 163.4, 168.3}},   {"989", {10.2, 10.4, -109.4, -109.1}},
  };
  const auto found = overseas.find(department);
  if (found != overseas.end()) return found->second;
  if (department == "2A" || department == "2B") return {41.3, 43.1, 8.5, 9.6};
  return {42.3, 51.1, -5.2, 8.3};
}

TEST(Communes, OfParisLyonAndMarseilleStandByTheirArrondissements) {
  EXPECT_THAT(names_of("75001"), ElementsAre("Paris 1er Arrondissement"));
  EXPECT_THAT(names_of("75016"), ElementsAre("Paris 16e Arrondissement"));
  EXPECT_THAT(names_of("75116"), ElementsAre("Paris 16e Arrondissement"));
  EXPECT_THAT(names_of("69003"), ElementsAre("Lyon 3e Arrondissement"));
  EXPECT_THAT(names_of("13016"), ElementsAre("Marseille 16e Arrondissement"));
  std::set<std::string_view> districts;
  for (const Commune& commune : communes())
    if (commune.name.ends_with(" Arrondissement")) {
      EXPECT_EQ(commune.method, PositionMethod::located) << commune.name;
      districts.insert(commune.insee);
    }
  EXPECT_EQ(districts.size(), 20u + 9u + 16u);
}

TEST(Communes, OfACityDividedInArrondissementsLieWithinIt) {
  const Point hotel_de_ville{48'856'600, 2'352'200};
  for (const Commune& commune : communes_under("75")) EXPECT_LT(distance_m(commune.point, hotel_de_ville), 8'000);
  const Commune* third = find("69383", "69003");
  ASSERT_NE(third, nullptr);
  EXPECT_LT(distance_m(third->point, {45'759'900, 4'857'300}), 2'000);  // place Guichard
}

TEST(Communes, OfCorsicaKeepTheLetterOfTheirDepartment) {
  const Commune* ajaccio = find("2A004", "20000");
  const Commune* bastia = find("2B033", "20200");
  ASSERT_NE(ajaccio, nullptr);
  ASSERT_NE(bastia, nullptr);
  EXPECT_EQ(ajaccio->department, "2A");
  EXPECT_EQ(bastia->department, "2B");
  EXPECT_LT(distance_m(bastia->point, {42'697'300, 9'450'900}), 2'000);
}

TEST(Communes, OverseasAreAllThere) {
  EXPECT_THAT(names_of("97100"), ElementsAre("Basse-Terre"));
  EXPECT_THAT(names_of("97133"), ElementsAre("Saint-Barthélemy"));
  EXPECT_THAT(names_of("97150"), ElementsAre("Saint-Martin"));
  EXPECT_THAT(names_of("97500"), ElementsAre("Miquelon-Langlade", "Saint-Pierre"));
  EXPECT_THAT(names_of("98600"), ElementsAre("Uvea"));
  EXPECT_THAT(names_of("98714"), ElementsAre("Papeete"));
  EXPECT_THAT(names_of("98800"), ElementsAre("Nouméa"));
  std::set<std::string_view> departments;
  for (const Commune& commune : communes_under("97")) departments.insert(commune.department);
  for (const Commune& commune : communes_under("98")) departments.insert(commune.department);
  EXPECT_THAT(departments,
              ElementsAre("971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988", "989"));
}

TEST(Communes, OfAnUnknownCodeAreNone) {
  EXPECT_THAT(names_of("99999"), IsEmpty());
  EXPECT_THAT(names_of("98000"), IsEmpty());  // Monaco is not France
  EXPECT_THAT(names_of("690"), IsEmpty());
  EXPECT_THAT(names_of(""), IsEmpty());
  EXPECT_EQ(find("69383", "75001"), nullptr);
  EXPECT_EQ(find("00000", "69003"), nullptr);
}

TEST(Communes, AreCountedAsTheirSourceCountsThem) {
  std::set<std::string_view> insee, postal_codes, departments;
  for (const Commune& commune : communes()) {
    insee.insert(commune.insee);
    postal_codes.insert(commune.postal_code);
    departments.insert(commune.department);
  }
  EXPECT_EQ(communes().size(), 35'493u);
  EXPECT_EQ(insee.size(), 35'006u);
  EXPECT_EQ(postal_codes.size(), 6'310u);
  EXPECT_EQ(departments.size(), 96u + 12u);
}

TEST(Communes, AreSaneRowByRow) {
  const auto all = [](std::string_view text, auto allowed) { return std::all_of(text.begin(), text.end(), allowed); };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  for (const Commune& commune : communes()) {
    SCOPED_TRACE(label(commune));
    EXPECT_TRUE(commune.postal_code.size() == 5 && all(commune.postal_code, digit));
    EXPECT_EQ(commune.insee.size(), 5u);
    EXPECT_TRUE(commune.insee.starts_with(commune.department));
    EXPECT_FALSE(commune.name.empty());
    EXPECT_TRUE(commune.epci.empty() || (commune.epci.size() == 9 && all(commune.epci, digit)));
    EXPECT_GE(commune.city_population, 0);
    EXPECT_GT(commune.error_radius_m, 0);
    EXPECT_TRUE(bounds_of(commune.department).hold(commune.point))
        << commune.point.lat_e6 << ' ' << commune.point.lon_e6;
  }
}

TEST(Communes, OfTheMainlandLieNearTheOthersOfTheirDepartment) {
  std::map<std::string_view, std::pair<Point, std::vector<const Commune*>>> departments;
  for (const Commune& commune : communes()) departments[commune.department].second.push_back(&commune);
  for (auto& [department, entry] : departments) {
    if (department.size() == 3) continue;
    auto& [centre, members] = entry;
    std::int64_t lat = 0, lon = 0;
    for (const Commune* member : members) lat += member->point.lat_e6, lon += member->point.lon_e6;
    const auto count = static_cast<std::int64_t>(members.size());
    centre = {static_cast<std::int32_t>(lat / count), static_cast<std::int32_t>(lon / count)};
    for (const Commune* member : members) EXPECT_LT(distance_m(member->point, centre), 115'000) << label(*member);
  }
}

TEST(Communes, PlacedByTheirNeighboursSayHowFarTheyMayBe) {
  const Commune* genouilleux = find("01169", "01090");
  ASSERT_NE(genouilleux, nullptr);
  EXPECT_EQ(genouilleux->method, PositionMethod::postal_mean);
  EXPECT_EQ(position_note(*genouilleux), "position approximative (à 8,8\u00a0km près)");
  EXPECT_LT(distance_m(genouilleux->point, {46'085'000, 4'785'000}), genouilleux->error_radius_m);
  EXPECT_EQ(position_note(*find("69383", "69003")), "");
  EXPECT_EQ(label(genouilleux->method), "moyenne des communes du même code postal");
}

TEST(Communes, AreWrittenAsOnAnEnvelope) {
  EXPECT_EQ(label(*find("69383", "69003")), "69003 Lyon 3e Arrondissement");
  EXPECT_EQ(label(*find("97411", "97400")), "97400 Saint-Denis");
}

TEST(Communes, AreTheSameForEveryThread) {
  std::array<const Commune*, 8> seen{};
  std::vector<std::thread> threads;
  for (auto& slot : seen) threads.emplace_back([&slot] { slot = find("75120", "75020"); });
  for (auto& thread : threads) thread.join();
  EXPECT_NE(seen[0], nullptr);
  EXPECT_THAT(seen, ::testing::Each(seen[0]));
}

TEST(Communes, an_arrondissement_is_called_by_its_short_name_where_room_is_scarce) {
  EXPECT_EQ(short_name(communes_of("69003").front()), "Lyon 3e");
  EXPECT_EQ(short_name(communes_of("44000").front()), "Nantes");
}

}  // namespace
}  // namespace places
