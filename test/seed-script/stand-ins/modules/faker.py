"""The little of `faker` that register.py uses, for a machine without it."""

import random
import string


class Faker:
    def __init__(self):
        self._word = ''.join(random.choices(string.ascii_lowercase, k=10))

    def name(self):
        return self._word.capitalize() + ' Smith'

    def user_name(self):
        return self._word

    def email(self):
        return self._word + '@example.org'

    def password(self):
        return ''.join(random.choices(string.ascii_letters + string.digits + '!@#$%^&*()', k=10))
