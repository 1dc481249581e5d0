login_user_url = f"{base_host}/api/oauth/token"
login_user_payload = {
    "username": create_user_payload['email'],
    "password": create_user_payload['password'],
    "grant_type": "password",
    "scope": "profile performer venue",
}

resp = requests.post(
    login_user_url,
    headers={'Authorization': f'Bearer: {access_token}'},
    json=login_user_payload
)

print(json.dumps(resp, indent=True))
