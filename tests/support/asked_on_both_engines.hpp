// A claim that a broker declared and one firm is asked for, on each engine: where journeys of a job begin.
#pragma once

#include <string>

#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace support {

class AskedOnBothEngines : public HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
    claim_ = scene::declare(house(), broker_);
    mandate_ = scene::ask(house(), broker_, claim_, firm_);
    file_ = "/travaux/dossiers/" + std::to_string(claim_.value);
    job_ = "/chantiers/" + std::to_string(mandate_.value);
  }

  Person broker_, firm_;
  works::ClaimId claim_;
  works::MandateId mandate_;
  std::string file_, job_;  // their pages
};

}  // namespace support
