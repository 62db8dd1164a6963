// Somebody without an account who holds a workspace link (P7): asks for his code, types it, goes on with his cookie.
#pragma once

#include <string>
#include <string_view>

#include "support/house.hpp"

namespace support {

class LinkHolder {
 public:
  LinkHolder(House& house, std::string page) : house_(house), page_(std::move(page)) {}

  // The status of what the right code answers: 303 when the page opened.
  int open();
  int ask_for_code();
  int type(std::string_view code);
  std::string mailed_code();  // the last one
  const std::string& page() const { return page_; }

  web::Response get(std::string_view part = "");
  web::Response post(std::string_view part, const web::Fields& form = {});
  web::Response post_as(const Person& by, std::string_view path);  // signed in, on the device that holds the pass
  web::Response upload(std::string_view part, std::string_view field, std::string_view filename,
                       std::string_view bytes);

 private:
  web::Request request(web::Method method, std::string_view part, const web::Fields& form = {});

  House& house_;
  std::string page_;
  std::string cookie_;
};

// A file sent by somebody signed in.
web::Response upload(House& house, const Person& by, std::string_view path, std::string_view field,
                     std::string_view filename, std::string_view bytes);

}  // namespace support
