package io.bloop.boot.members;

import io.bloop.model.BaseModel;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

public class Member extends BaseModel {

    @NotBlank
    public String id;

    @Email
    @NotNull
    public String email;

    @Min(0)
    public Long visits = 0L;

    public String note;

    public Member() {}

    public Member(String id, String email) {
        this.id = id;
        this.email = email;
    }
}
