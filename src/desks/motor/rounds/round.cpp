#include "desks/motor/rounds/round.hpp"

#include <algorithm>

#include "floor/places/communes.hpp"

namespace motor::rounds {
namespace {

// Where the vehicle is; the middle of its commune when the file says no more.
std::optional<places::Point> point_of(const file::Place& place) {
  if (place.point) return place.point;
  const auto communes = places::communes_of(place.postal_code);
  return communes.empty() ? std::nullopt : std::optional(communes.front().point);
}

Place& place_for(std::vector<Place>& places, const file::Brief& file) {
  const std::string words = file.place_words();
  const std::string name = words.empty() ? "Lieu non renseigné" : words;
  const auto known = std::find_if(places.begin(), places.end(), [&](const Place& one) { return one.name == name; });
  if (known != places.end()) return *known;
  places.push_back({.name = name, .point = point_of(file.place)});
  return places.back();
}

std::optional<int> first_minute(const Place& place) {
  for (const Visit& visit : place.visits)
    if (visit.date.in_force && visit.date.when.time)
      return visit.date.when.time->hour * 60 + visit.date.when.time->minute;
  return std::nullopt;
}

void put_in_order(Day& day) {
  std::stable_partition(day.places.begin(), day.places.end(),
                        [](const Place& place) { return place.point.has_value(); });
  std::vector<Stop> stops;
  for (const Place& place : day.places)
    if (place.point) stops.push_back({*place.point, first_minute(place)});
  const auto round = order(stops);
  day.length_m = length_m(stops, round);
  std::vector<Place> ordered;
  for (const std::size_t i : round) ordered.push_back(std::move(day.places[i]));
  for (std::size_t i = stops.size(); i < day.places.size(); ++i) ordered.push_back(std::move(day.places[i]));
  day.places = std::move(ordered);
}

}  // namespace

bool Place::planned() const {
  return std::any_of(visits.begin(), visits.end(), [](const Visit& visit) { return visit.date.in_force; });
}

Day day_of(const std::vector<schedule::Date>& dates, const file::Briefs& files) {
  Day day;
  for (const auto& date : dates) {
    const file::Brief* file = files.of(date.file);
    if (file == nullptr || !schedule::inspects(date.kind)) continue;
    if (date.state == schedule::State::suggested) ++day.to_decide;
    if (date.kind == schedule::Kind::remote) {
      day.remote.push_back({date, *file});
      continue;
    }
    if (date.in_force) ++day.planned;
    place_for(day.places, *file).visits.push_back({date, *file});
  }
  put_in_order(day);
  return day;
}

}  // namespace motor::rounds
