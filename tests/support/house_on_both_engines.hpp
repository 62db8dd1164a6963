// A story of the whole program, told on each engine in a house of its own:
//
//   class Outbox : public support::HouseOnBothEngines {};
//   MANDAT_ON_BOTH_ENGINES(Outbox);
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "support/house.hpp"
#include "support/page_scan.hpp"

namespace support {

class HouseOnBothEngines : public testing::TestWithParam<db::Engine> {
 protected:
  explicit HouseOnBothEngines(platform::Mode mode = platform::Mode::normal) : mode_(mode) {}

  void SetUp() override {
    need(GetParam());
    if (!IsSkipped() && !HasFatalFailure()) house_.emplace(GetParam(), mode_, gateways());
  }
  void TearDown() override { house_.reset(); }

  // What its messages leave by; the outbox keeps them otherwise.
  virtual std::optional<messages::Gateways> gateways() { return {}; }

  House& house() { return *house_; }
  platform::Platform& platform() { return house_->platform(); }
  template <class F>
  auto act(F work, platform::Author by = {}) {
    return platform().act(by, work);
  }
  template <class F>
  auto read(F work) {
    return platform().database.read(work);
  }

  Person administrator(identity::Role role = identity::Role::manager) {
    if (!operator_) operator_ = new_organisation(platform(), {identity::OrganisationKind::administrator}, "Mandat");
    return new_member(platform(), *operator_, role, "Alix Morel");
  }
  Person broker() { return new_person(platform(), {identity::OrganisationKind::broker}); }
  Person tradesman() { return new_person(platform(), {identity::OrganisationKind::tradesman}); }

  // What a person reads there; the status when it is not 200.
  std::string text_at(std::string_view path, const Person* by = nullptr) {
    const auto response = house_->get(path, by);
    return response.status == 200 ? text_of_html(response.body) : std::to_string(response.status);
  }
  static std::string header(const web::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }

 private:
  const platform::Mode mode_;
  std::optional<House> house_;
  std::optional<identity::OrganisationId> operator_;
};

inline web::Fields form(const std::vector<std::pair<std::string, std::string>>& fields) {
  web::Fields made;
  for (const auto& [name, value] : fields) made.add(name, value);
  return made;
}

}  // namespace support
