// Sample pages made of the components, with invented people and firms: looked at by people (screenshots.py) and by
// tests.
#pragma once

#include <string>
#include <vector>

#include "web/html/markup.hpp"

namespace gallery {

struct Sample {
  std::string name;  // of the file: "list"
  web::html::Markup html;
};

std::vector<Sample> samples();

// By subject.
std::vector<Sample> list_samples();   // list, empty list
std::vector<Sample> file_samples();   // a file's page, choosing a firm, messages
std::vector<Sample> form_samples();   // a form with errors, sign-in
std::vector<Sample> phone_samples();  // the tradesman's phone page, asked and answered
std::vector<Sample> other_samples();  // an administrator's dashboard, a problem

}  // namespace gallery
