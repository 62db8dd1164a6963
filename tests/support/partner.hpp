// A partner of desk Travaux over weeks, an administrator beside him who judges (W2 to W9).
#pragma once

#include "support/applicant.hpp"

namespace support {

class PartnerOnBothEngines : public ApplicantOnBothEngines {
 protected:
  void SetUp() override {
    ApplicantOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    admin_ = administrator();
  }
  void travel(base::Duration by) {
    house().clock().advance(by);
    house().settle();
    admin_ = new_member(platform(), admin_.actor.organisation);  // the session before is over by now
  }
  int mails_with(std::string_view subject) {
    const auto all = mails();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const auto& m) { return m.subject == subject; }));
  }

  Person admin_;
};

}  // namespace support
